import assert from 'node:assert/strict';
import { actionKinds } from '../../../server/src/features/actions/action.ts';
import { actionsIn } from '../../support/check-action.ts';

const ofKind = (kind: string): boolean => kind === actionKinds.bibliographyOfNotes;

describe('Make a Bibliography from the Notes', () => {
  it('writes each work once, with the words that it was read from, and lists what was not read', async () => {
    const { actions } = await actionsIn(
      `//- port.md
Won.¹ Paid.² Wept.³ So.⁴ Left.⁵

NOTES

1. Lena Meyer, Dockers of the Delta (Hamburg: Harbour Press, 2009), p. 4, mail lena@port.example.
2. Carl van Adler, ‘Owners and Ships’, Quarterly of Ports, 4, 2 (2014), pp. 173–87.
3. Meyer, Dockers, p. 9; Lena Meyer, Ships (Kiel, 2009), p. 3.
4. Harbours Act 1964, s 3.
5. So they say on the quay.
`,
      ofKind,
    );
    const [action, json] = actions;
    assert.equal(action?.title, 'Make a bibliography from the notes in BibLaTeX: 4 works');
    assert.equal(action.creates, 'port-notes.bib');
    const [edit] = action.edits();
    assert.deepEqual([edit?.path, edit?.range], ['port-notes.bib', { from: 0, to: 0 }]);
    assert.equal(
      edit?.insert,
      `% Notes 1, 3: Lena Meyer, Dockers of the Delta (Hamburg: Harbour Press, 2009), p. 4, mail lena(at)port.example.
@book{meyer2009,
  author = {Meyer, Lena},
  title = {Dockers of the Delta},
  year = {2009},
  publisher = {Harbour Press},
  address = {Hamburg},
}

% Note 2: Carl van Adler, ‘Owners and Ships’, Quarterly of Ports, 4, 2 (2014), pp. 173–87.
@article{adler2014,
  author = {van Adler, Carl},
  title = {Owners and Ships},
  journal = {Quarterly of Ports},
  year = {2014},
  pages = {173--87},
}

% Note 3: Lena Meyer, Ships (Kiel, 2009), p. 3.
@book{meyer2009b,
  author = {Meyer, Lena},
  title = {Ships},
  year = {2009},
  address = {Kiel},
}

% Note 4: Harbours Act 1964, s 3.
@misc{harbours1964,
  title = {Harbours Act},
  year = {1964},
}

% No work was read in these notes.
% Note 5: So they say on the quay.
`,
    );
    assert.equal(json?.title, 'Make a bibliography from the notes in CSL-JSON: 4 works');
    assert.equal(json.creates, 'port-notes.json');
    const [first, , third] = JSON.parse(json.edits()[0]!.insert) as Record<string, unknown>[];
    assert.deepEqual(first, {
      id: 'meyer2009',
      type: 'book',
      author: [{ family: 'Meyer', given: 'Lena' }],
      title: 'Dockers of the Delta',
      issued: { 'date-parts': [[2009]] },
      'publisher-place': 'Hamburg',
      publisher: 'Harbour Press',
      annote:
        'Lena Meyer, Dockers of the Delta (Hamburg: Harbour Press, 2009), p. 4, mail lena@port.example.',
    });
    assert.equal(third?.id, 'meyer2009b');
  });

  it('leaves out what a bibliography has, and is not offered where nothing is left', async () => {
    const { actions } = await actionsIn(
      `//- sicetnon.yaml
bibliography: [works.bib]
//- works.bib
@book{meyer2009, author = {Meyer, Lena}, title = {Dockers of the Delta}, year = {2009}}
//- port.txt
Won.¹ Paid.²

NOTES

1. Lena Meyer, Dockers of the Delta (Hamburg: Harbour Press, 2009), p. 4.
2. So they say.
`,
      ofKind,
    );
    assert.deepEqual(actions, []);
  });
});
