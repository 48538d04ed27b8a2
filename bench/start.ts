/**
 * Starts a service once on a library, `node start.mjs FOLDER THREADS [CACHE]`, and prints what that cost as JSON. `run.ts`
 * bundles and starts it, each time in a process of its own.
 */
import { compileAtOnce, letObjectsDieYoung } from '../server/src/hosts/node-engine.ts';
import { NodeFileSystem } from '../server/src/hosts/node-file-system.ts';
import { nodeReader } from '../server/src/hosts/node-reader.ts';
import { Service } from '../server/src/service.ts';
import { cpuNow } from './support/statistics.ts';

letObjectsDieYoung();
compileAtOnce();
const [root = '', threads = '0', cache = ''] = process.argv.slice(2);
const logger = { info: () => undefined, warn: console.error, error: console.error };
const worker = new URL('./digest-worker.js', import.meta.url);
const reader = nodeReader({ root, cache: cache || null, worker, logger, threads: Number(threads) });
if (!reader) throw new Error('The program of the threads was not built.');
const service = new Service({ fileSystem: new NodeFileSystem(root), logger, reader });

const begun = performance.now();
const cpuBegun = cpuNow();
await service.start(() => undefined, new AbortController().signal);
const wall = performance.now() - begun;
console.log(JSON.stringify({ wall, cpu: cpuNow() - cpuBegun, documents: service.documentCount }));
process.exit();
