import assert from 'node:assert/strict';
import { formatByName, recognise } from '../../../server/src/works/recognise.ts';
import type { WorkFormat } from '../../../server/src/works/model.ts';
import { bytesOf, docx, epub, xhtml, zipped } from './made-files.ts';

describe('which format a file has', () => {
  const cases: [string, Uint8Array, string, WorkFormat | null][] = [
    ['a PDF, whatever it is called', bytesOf('%PDF-1.7\n'), 'a.html', 'pdf'],
    ['a PDF behind other lines', bytesOf(`${'x'.repeat(1000)}%PDF-1.4`), 'a', 'pdf'],
    ['no PDF, so far behind', bytesOf(`${'x'.repeat(1020)}%PDF-1.4`), 'a.pdf', null],
    ['an EPUB', epub({ chapters: ['a'] }), 'a.zip', 'epub'],
    ['a DOCX', docx(''), 'a.epub', 'docx'],
    ['another archive', zipped({ 'xl/workbook.xml': 'a' }), 'a.docx', null],
    ['an archive that is cut short', epub({ chapters: ['a'] }).slice(0, 200), 'a.epub', 'epub'],
    ['the same without a name that tells', epub({ chapters: ['a'] }).slice(0, 200), 'a.zip', null],
    ['a page', bytesOf('\n<!DOCTYPE html><p>'), 'a.pdf', 'html'],
    ['a page that speaks of PDFs', bytesOf('<html><p>%PDF-1.7'), 'a', 'html'],
    ['a page of XML', bytesOf(xhtml('a')), 'a', 'html'],
    ['a page behind a comment', bytesOf('\ufeff<!-- saved -->\n<html>'), 'a', 'html'],
    ['a page in UTF-16', Uint8Array.from('ÿþ<\0h\0t\0m\0l\0>\0', (unit) => unit.charCodeAt(0)), 'a', 'html'],
    ['a page by its name', bytesOf('<div>a</div>'), 'a.HTM', 'html'],
    ['a text that is none by its name', bytesOf('<div>a</div>'), 'a.md', null],
    ['something else that is called so', Uint8Array.of(0, 1, 2, 0), 'a.html', null],
    ['a picture', bytesOf('<?xml version="1.0"?><svg/>'), 'a.svg', null],
    ['what Office encrypted', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'a.docx', 'docx'],
    ['an older file of Office', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'a.doc', null],
    ['nothing', new Uint8Array(), 'a.html', null],
  ];
  for (const [name, bytes, file, expected] of cases)
    it(name, () => assert.equal(recognise(bytes, file), expected));

  it('by its name', () =>
    assert.deepEqual(['a.PDF', 'b.c.epub', 'a.xhtml', 'a.docx', 'a.doc', 'pdf', 'a.md'].map(formatByName), [
      'pdf',
      'epub',
      'html',
      'docx',
      null,
      null,
      null,
    ]));
});
