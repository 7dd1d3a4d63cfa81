// Copies the files that libman.json names from the packages that npm has restored. node restore.mjs PROJECT SCRATCH
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const [project, scratch] = process.argv.slice(2).map((path) => resolve(path));
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

const { libraries } = read(join(project, 'libman.json'));
const { dependencies } = read(join(project, 'browser/package.json'));
for (const { library } of libraries) {
  const [, name, version] = library.match(/^(.+)@([^@]+)$/);
  if (dependencies[name] !== version) throw new Error(`libman.json wants ${library}, browser/package.json has ${dependencies[name] ?? 'nothing'}: make them one.`);
}

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
