// Bundles CodeMirror once into ../codemirror.js and puts the licences of all that is in it beside it.
import { readFile, readdir, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const result = await build({
  entryPoints: ["codemirror.mjs"],
  bundle: true,
  minify: true,
  format: "iife",
  globalName: "CodeMirror",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  write: false,
});
const used = Object.values(result.metafile.outputs)[0].inputs;
const names = new Set(
  Object.entries(used)
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => file.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1])
    .filter(Boolean),
);

const licences = [];
for (const name of [...names].sort()) {
  const folder = `node_modules/${name}`;
  const { version, license } = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} has no licence file`);
  const text = (await readFile(`${folder}/${file}`, "utf8")).trim();
  licences.push(`${name} ${version} (${license})\n${"-".repeat(40)}\n${text}`);
}

const about = "// CodeMirror 6, bundled by build/build.mjs; licences in codemirror.LICENSES.txt. Do not edit.\n";
await writeFile("../codemirror.js", about + result.outputFiles[0].text);
const head = "Packages in codemirror.js and their licences.";
await writeFile("../codemirror.LICENSES.txt", `${[head, ...licences].join("\n\n\n")}\n`);
console.log(`${names.size} packages, ${result.outputFiles[0].contents.length} bytes`);
