// What catalogues lack, and what is not said through them.
//   npm run messages                         what each language lacks, and what of its is stale
//   npm run messages -- --unsaid [FOLDER]    what reads like a message in the code and is not said by `say`
//   npm run messages -- --missing LANGUAGE   the messages that it lacks, as JSON, each with its places
//   npm run messages -- --merge LANGUAGE FILE…   takes translations (JSON: English to translation) into its catalogues,
//                                            and removes what is stale
import { readFileSync, writeFileSync } from 'node:fs';
import { translated } from '../../server/src/words/languages.ts';
import { collectMessages, messageSources } from './collect.ts';
import { catalogueFaults, catalogueOf, cataloguePath, parts, type TranslatedLanguage } from './catalogues.ts';
import { unsaidIn } from './unsaid.ts';

const [option, argument, ...files] = process.argv.slice(2);
const collection = collectMessages();
for (const { place, why } of collection.faults) console.log(`${place}: ${why}`);

if (option === '--unsaid') {
  const all = messageSources()
    .filter((file) => file.startsWith(argument ?? ''))
    .flatMap(unsaidIn);
  for (const { place, text } of all) console.log(`${place}: ${text}`);
  console.log(`${all.length} in all.`);
} else if (option === '--missing') {
  const language = languageNamed(argument);
  const lacking = parts.flatMap((part) => {
    const catalogue = catalogueOf(part, language);
    return collection.messages.get(part)!.filter(({ message }) => !Object.hasOwn(catalogue, message));
  });
  console.log(
    JSON.stringify(Object.fromEntries(lacking.map(({ message, places }) => [message, places])), null, 1),
  );
} else if (option === '--merge') {
  const language = languageNamed(argument);
  const given = Object.assign(
    {},
    ...files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as object),
  ) as Record<string, string>;
  for (const part of parts) {
    const merged: Record<string, string> = { ...catalogueOf(part, language), ...given };
    const kept = collection.messages
      .get(part)!
      .filter(({ message }) => Object.hasOwn(merged, message))
      .map(({ message }) => [message, merged[message]!] as const);
    writeFileSync(cataloguePath(part, language), `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
  }
  report();
} else report();

function report(): void {
  for (const language of translated) {
    const faults = catalogueFaults(language, collection);
    console.log(`${language}: ${faults.length === 0 ? 'complete' : `${faults.length} faults`}`);
    for (const fault of faults.slice(0, option === '--all' ? undefined : 12)) console.log(`  ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
  }
}

function languageNamed(name: string | undefined): TranslatedLanguage {
  const language = translated.find((each) => each === name);
  if (!language) throw new Error(`Name one of ${translated.join(', ')}.`);
  return language;
}
