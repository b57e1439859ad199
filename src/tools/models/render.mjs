// Draws every processes/**/*.bpmn into an SVG beside it. Run after changing a model; a test compares the SHA-256 in
// the picture with the model.
//
//   cd src/tools/models && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --ignore-scripts
//   npm run render          (CHROMIUM=/path/to/chromium if it is not /usr/bin/chromium)
//   npm run lint            (fake-join is off: loops and the shared reminder tasks join on purpose)

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { basename, join, relative } from 'node:path';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const viewer = createRequire(import.meta.url).resolve('bpmn-js/dist/bpmn-viewer.production.min.js');

const processes = join(root, 'processes');
const models = readdirSync(processes, { recursive: true })
  .filter(name => name.endsWith('.bpmn')).sort().map(name => join(processes, name));

/** bpmn-js names arrow heads at random; here the same model gives the same bytes, and two pictures share a page. */
function withStableIds(svg, name) {
  const names = new Map();
  return svg.replace(/\bmarker-[0-9a-z]{20,}\b/g, id => {
    if (!names.has(id)) names.set(id, `${name}-marker-${names.size + 1}`);
    return names.get(id);
  });
}

/** Marks the picture with its model and gives it a white ground, for readers with a dark page. */
function finished(svg, xml, name) {
  const hash = createHash('sha256').update(xml.replaceAll('\r\n', '\n')).digest('hex');
  const [x, y, width, height] = svg.match(/viewBox="([^"]+)"/)[1].split(' ');
  return withStableIds(svg, name).replace(/<svg [^>]*>/, start =>
    `${start.slice(0, -1)} data-model-sha256="${hash}">`
    + `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="white"/>`) + '\n';
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
});
try {
  const page = await browser.newPage();
  await page.setContent('<div id="canvas" style="width:1600px;height:900px"></div>');
  await page.addScriptTag({ path: viewer });
  for (const model of models) {
    const xml = readFileSync(model, 'utf8');
    const { svg, warnings } = await page.evaluate(async text => {
      const view = new BpmnJS({ container: '#canvas' });
      const { warnings } = await view.importXML(text);
      const { svg } = await view.saveSVG();
      view.destroy();
      return { svg, warnings: warnings.map(warning => warning.message) };
    }, xml);
    if (warnings.length) throw new Error(`${relative(root, model)}: ${warnings.join('; ')}`);
    writeFileSync(model.replace(/\.bpmn$/, '.svg'), finished(svg, xml, basename(model, '.bpmn')));
    console.log(relative(root, model));
  }
} finally {
  await browser.close();
}
