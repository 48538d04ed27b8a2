/**
 * The logs of pipelines: GitHub, Azure and TeamCity take some lines of a program's output for commands. What stands in
 * a report comes from files, so that none of it may begin one.
 */
import { numbered } from '../text/visible.ts';

/** `::error::…` at the head of a line, after white space. */
const AT_HEAD = /^(\s*):(?=:)/gm;
/** `##[error]…`, `##vso[task.setvariable]…`, `##teamcity[…]`, anywhere in a line. */
const ANYWHERE = /#(?=#\w*\[)/g;

/** A pipeline whose log is read for commands. */
export type Runner = 'github' | 'other';

/** The pipeline that this environment is of; null for none whose log is read for commands. */
export function runnerOf(env: Readonly<Record<string, string | undefined>>): Runner | null {
  if (env['GITHUB_ACTIONS']) return 'github';
  return env['TF_BUILD'] || env['TEAMCITY_VERSION'] ? 'other' : null;
}

/**
 * Text that must stay as it is, such as a diff, framed so that GitHub takes nothing in it for a command. `token` must be
 * one that nobody can guess.
 */
export function withCommandsStopped(text: string, token: string): string {
  return withoutCommands(text) === text ? text : `::stop-commands::${token}\n${text}::${token}::\n`;
}

/** Text in which no command begins: the first sign of what would be one is spelt as a number. Idempotent. */
export function withoutCommands(text: string): string {
  return text.replace(AT_HEAD, (_, before: string) => before + numbered(':')).replace(ANYWHERE, numbered);
}

/** JSON of the same meaning in which no command begins. Its lines begin with signs of JSON, so only one kind can. */
export function jsonWithoutCommands(json: string): string {
  return json.replace(ANYWHERE, '\\u0023');
}
