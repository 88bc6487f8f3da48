// Puts the pinned libraries into ../static/vendor, with their licences, and writes down the SHA-256 of
// each file. A test compares the files with what is written down.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

const out = new URL("../static/vendor/", import.meta.url).pathname;
const tests = new URL("../../../tests/web/axe/", import.meta.url).pathname;
mkdirSync(out, { recursive: true });
mkdirSync(tests, { recursive: true });
const about = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
const sha256 = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");

const { metafile } = await build({
  entryPoints: ["charts.js"], bundle: true, minify: true, format: "iife", globalName: "charting",
  target: "es2020", outfile: `${out}charts.min.js`, legalComments: "none", logLevel: "warning",
  metafile: true,
  // vega-loader asks for these only under Node.
  external: ["node-fetch", "canvas"],
});
// All that is in the bundle, each with its licence.
const bundled = [...new Set(Object.keys(metafile.inputs).flatMap((path) =>
  path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1] ?? []))].sort();
const licence = (name) => ["LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE"]
  .map((file) => `node_modules/${name}/${file}`).find((path) => existsSync(path));
writeFileSync(`${out}charts.LICENSES`, bundled.map((name) => {
  const text = licence(name) ? readFileSync(licence(name), "utf8").trim() : about(name).license;
  return `${name} ${about(name).version}\n\n${text}\n`;
}).join("\n----\n\n"));
copyFileSync("node_modules/htmx.org/dist/htmx.min.js", `${out}htmx.min.js`);
copyFileSync("node_modules/cytoscape/dist/cytoscape.min.js", `${out}cytoscape.min.js`);
copyFileSync("node_modules/axe-core/axe.min.js", `${tests}axe.min.js`);

const files = [
  [out, "htmx.min.js", ["htmx.org"]],
  [out, "cytoscape.min.js", ["cytoscape"]],
  [out, "charts.min.js", bundled],
  [tests, "axe.min.js", ["axe-core"]],
];
for (const folder of [out, tests]) {
  const manifest = {};
  for (const [place, file, packages] of files) {
    if (place !== folder) continue;
    manifest[file] = {
      sha256: sha256(place + file),
      packages: Object.fromEntries(packages.map((name) => {
        const { version, license } = about(name);
        const kept = packages.length > 1 ? "charts.LICENSES" : `${name.replace(/[@/]/g, "")}.LICENSE`;
        if (packages.length === 1) copyFileSync(`node_modules/${name}/LICENSE`, place + kept);
        return [name, { version, license, file: kept }];
      })),
    };
  }
  writeFileSync(`${folder}manifest.json`, JSON.stringify(manifest, null, 2) + "\n");
}
