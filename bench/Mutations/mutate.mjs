// Asks how much of the code the tests hold: changes one place of src at random, runs the tests of its project, puts it back, and
// lists what nobody noticed.
//
//   node bench/Mutations/mutate.mjs [--count 40] [--seed 7] [--only EdmRelay]
//
// A place is a line of C#, a change one of the list below. What does not compile is drawn again. A change that makes the tests hang is
// caught. Says which test failed first, and ends with the survivors, each as a line of a diff.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const Patience = 10 * 60_000;
const changes = [
  ['condition', / == /, ' != '], ['condition', / != /, ' == '], ['condition', / is null/, ' is not null'], ['condition', / is not null/, ' is null'],
  ['condition', / && /, ' || '], ['condition', / \|\| /, ' && '], ['condition', /\bif \((?!\()/, 'if (!('],
  ['boundary', / < /, ' <= '], ['boundary', / <= /, ' < '], ['boundary', / > /, ' >= '], ['boundary', / >= /, ' > '],
  ['off by one', / \+ 1\b/, ''], ['off by one', / - 1\b/, ''], ['off by one', /\b0\b/, '1'], ['off by one', /\+\+/, '--'],
  ['value', /\btrue\b/, 'false'], ['value', /\bfalse\b/, 'true'], ['sign', / \+ /, ' - '], ['sign', / - /, ' + '],
  ['statement', /^(\s+)(await )?[\w.]+\(.*\);$/, '$1;'], ['statement', /^(\s+)[\w.[\]]+ (=|\+=|\?\?=) .*;$/, '$1;'], ['statement', /^(\s+)return;$/, '$1;'],
];

const { values: options } = parseArgs({ options: {
  count: { type: 'string', default: '40' }, seed: { type: 'string', default: '7' }, only: { type: 'string' } } });
const next = random(Number(options.seed));
const places = files('src').filter(file => !options.only || file.startsWith(join('src', options.only) + '/')).flatMap(placesIn);
const results = [];
console.log(`seed ${options.seed}: ${places.length.toLocaleString('en')} places`);
while (results.filter(r => r.fate !== 'does not compile').length < Number(options.count)) {
  const result = tryOne(places.splice(Math.floor(next() * places.length), 1)[0]);
  results.push(result);
  console.log(`${result.fate.padEnd(16)} ${result.kind.padEnd(10)} ${result.file}:${result.line}\n    - ${result.before}\n    + ${result.after}`);
  if (result.by) console.log(`    by ${result.by}`);
}

const tried = results.filter(r => r.fate !== 'does not compile');
const survivors = tried.filter(r => r.fate === 'survived');
console.log(`\n${tried.length - survivors.length} of ${tried.length} caught; survivors:`);
for (const s of survivors) console.log(`${s.file}:${s.line} (${s.kind})\n    - ${s.before}\n    + ${s.after}`);

function files(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.cs') && !/\/(obj|bin)\//.test(entry.parentPath))
    .map(entry => join(entry.parentPath, entry.name)).sort();
}

function placesIn(file) {
  return readFileSync(file, 'utf8').split('\n').flatMap((text, index) =>
    isCode(text) ? changes.filter(([, pattern]) => pattern.test(text)).map(change => ({ file, index, text, change })) : []);
}

// Log lines and messages of exceptions are left alone: what they say is judged by who reads them.
function isCode(text) {
  return !/^\s*(\/\/|\[|using |namespace |throw )|LoggerMessage|const string|nameof/.test(text) && !/^\s*(private|public|internal|protected) .*[^;{]$/.test(text);
}

function tryOne({ file, index, text, change: [kind, pattern, replacement] }) {
  const original = readFileSync(file, 'utf8');
  let changed = text.replace(pattern, replacement);
  if (replacement === 'if (!(') changed = closed(changed);
  const lines = original.split('\n');
  lines[index] = changed;
  const result = { file, line: index + 1, kind, before: text.trim(), after: changed.trim() };
  const project = `tests/${file.split('/')[1]}.Tests`.replace('EdmDemo.Tests', 'EndToEnd.Tests');
  try {
    writeFileSync(file, lines.join('\n'));
    const built = run('dotnet', ['build', project, '--no-restore', '-v', 'q', '-p:TreatWarningsAsErrors=false', '-p:RunAnalyzers=false']);
    if (built.status !== 0) return { ...result, fate: 'does not compile' };
    const tests = run('dotnet', ['test', '--project', project, '--no-build', '--no-progress', '--stop-on-fail', 'on']);
    if (tests.status === 0) return { ...result, fate: 'survived' };
    return { ...result, fate: 'caught', by: firstFailure(tests.stdout) };
  } finally {
    writeFileSync(file, original);
  }
}

// Those that were under way when the first one failed are told to stop, and fail too.
function firstFailure(printed) {
  const failures = printed.split(/^failed (?=.* \()/m).slice(1);
  return (failures.find(failure => !/TaskCanceled|OperationCanceled/.test(failure)) ?? failures[0] ?? 'no end').split(' (')[0];
}

// The parenthesis that "if (!(" opened closes behind the one that belongs to the if.
function closed(line) {
  let depth = 0;
  const start = line.indexOf('if (') + 3;
  for (let i = start; i < line.length; i++) {
    if (line[i] === '(') depth++;
    else if (line[i] === ')' && --depth === 1) return `${line.slice(0, i + 1)})${line.slice(i + 1)}`;
  }

  return line;
}

function run(program, args) {
  return spawnSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 28, timeout: Patience, killSignal: 'SIGKILL' });
}

// Mulberry32, so that a seed always draws the same.
function random(seed) {
  return () => {
    seed = (seed + 0x6D2B79F5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
