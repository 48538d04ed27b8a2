import type { EntryOrder } from '../../entry-form.ts';
import { imprintYear, STOP_AFTER_CAPITALS } from '../../entry-orders.ts';

export const yearInImprint: EntryOrder = {
  name: 'year-in-imprint',
  languages: ['any'],
  yields: 'entries',
  what: 'Names, the title, and the year with the imprint: *Weaver, Anna. Looms. Leiden: Burrow, 2003*',
  year: 'in-imprint',
  read: imprintYear,
  opens: (line) => TURNED_NAME.test(line) || STOP_AFTER_CAPITALS.test(line),
  fixture: `The guilds wove (Weaver, 2003), and the town paid (Dyer, 2005).

Works cited

⟦year-in-imprint|Weaver, Anna. *Looms of the North*. Leiden: Burrow, 2003.⟧

⟦year-in-imprint|Dyer, Ben. “Dyes.” *Town Studies* 12 (2005): 10–40.⟧
`,
};

/** `Weaver, Anna. ` */
const TURNED_NAME = /^\p{Lu}[\p{L}'’-]+(?:\s[\p{Lu}][\p{L}'’-]+)?,\s\p{Lu}[\p{L}.'’ -]{0,30}[.,]\s/u;
