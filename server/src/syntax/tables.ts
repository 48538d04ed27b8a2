import type { Reading } from './reading.ts';
export function tableAt(_reading: Reading, _at: number, _limit: number): number {
  return -1;
}
