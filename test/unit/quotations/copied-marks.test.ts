import assert from 'node:assert/strict';
import { findQuotation } from '../../../server/src/quotations/find-quotation.ts';
import { prepareSource } from '../../../server/src/quotations/prepare-source.ts';
import { isFoundAt } from '../../support/found-quotation.ts';

function said(quotation: string, text: string): string {
  const match = findQuotation(prepareSource(text, []), quotation);
  return match.status === 'different' ? match.nearest.differences.summary : match.status;
}

const LAW = `Art. 3

§ 1º The harbour is free.

§ 2º Whoever lands there pays no toll, and shows his papers to nobody.

§ 3º The mole is kept by the town.

Art. 4

§ 1º The quay is common.

§ 2º Its keeper is elected each year by those who land there.

§ 3º He holds no other office.`;

describe('numbers that come along when a source is copied', () => {
  it('are those of notes, at the end of a sentence or within it', () => {
    isFoundAt(
      'the harbour was silent.6 Before the men came back',
      'Then ⟦q|the harbour was silent.⁶ Before the men came back⟧ it rained.',
    );
    isFoundAt(
      'a port,24 which once was rich,25 and its mole',
      'It was ⟦q|a port,²⁴ which once was rich,²⁵ and its mole⟧.',
    );
    isFoundAt('as the keeper14 of the quay has sworn', 'So ⟦q|as the keeper¹⁴ of the quay has sworn⟧ it is.');
  });

  it('are those of sections, which a law has', () => {
    isFoundAt(
      'The harbour is free. § 2º Whoever lands there pays no toll',
      LAW.replace('The harbour is free.\n\n§ 2º Whoever lands there pays no toll', '⟦q|$&⟧'),
    );
    isFoundAt(
      'The harbour is free. Whoever lands there pays no toll',
      LAW.replace('The harbour is free.\n\n§ 2º Whoever lands there pays no toll', '⟦q|$&⟧'),
    );
    isFoundAt('Its keeper is elected each year', LAW.replace('Its keeper is elected each year', '⟦q|$&⟧'));
  });

  it('are no others than those of the source', () => {
    assert.match(
      said(
        'the harbour was silent.7 Before the men came back',
        'Then the harbour was silent.⁶ Before the men came back it rained.',
      ),
      /“7”/,
    );
    assert.match(said('The harbour is free. § 3º Whoever lands there pays no toll', LAW), /3/);
    assert.match(
      said('in all 105 tons of coal a year', 'They took in all 10⁵ tons of coal a year.'),
      /“105”/,
    );
  });

  it('hide no other difference', () => {
    assert.match(
      said(
        'the harbour was quiet.6 Before the men came back',
        'Then the harbour was silent.⁶ Before the men came back it rained.',
      ),
      /“silent/,
    );
  });

  it('an accent over an i without its dot is one over an i', () => {
    isFoundAt('a hangokat el lehet némı\u0301tani így', 'Ha ⟦q|a hangokat el lehet némítani így⟧ is.');
  });
});
