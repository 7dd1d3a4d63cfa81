// Restores the files that libman.json names: npm fetches the packages and checks their integrity, this copies the
// files. node restore.mjs PROJECT SCRATCH
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { execSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';

const [project, scratch] = process.argv.slice(2).map((path) => resolve(path));
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

const { libraries } = read(join(project, 'libman.json'));
const { dependencies } = read(join(project, 'browser/package.json'));
for (const { library } of libraries) {
  const [, name, version] = library.match(/^(.+)@([^@]+)$/);
  if (dependencies[name] !== version) throw new Error(`libman.json wants ${library}, browser/package.json has ${dependencies[name] ?? 'nothing'}: make them one.`);
}

mkdirSync(scratch, { recursive: true });
for (const file of ['package.json', 'package-lock.json']) cpSync(join(project, 'browser', file), join(scratch, file));
execSync('npm ci --omit=dev --ignore-scripts --no-audit --no-fund', { cwd: scratch, stdio: 'inherit' });

for (const { library, destination, fileMappings } of libraries) {
  const name = library.slice(0, library.lastIndexOf('@'));
  for (const { root, files } of fileMappings) {
    for (const file of files) {
      const target = join(project, destination, file);
      mkdirSync(dirname(target), { recursive: true });
      cpSync(join(scratch, 'node_modules', name, root, file), target);
    }
  }
}
