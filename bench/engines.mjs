// Renders with the JavaScript engines on demand: a line `engine count` in, the processor's seconds for a document out.
// `engine write PATH` saves one document instead. Each engine is used as its manual shows.
import { readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { createRequire } from "node:module";

const [folder, templatePath, dataPath] = process.argv.slice(2);
const require = createRequire(`${folder}/`);
const Docxtemplater = require("docxtemplater");
const PizZip = require("pizzip");
const { TemplateHandler } = require("easy-template-x");

const template = readFileSync(templatePath);
const papers = JSON.parse(readFileSync(dataPath, "utf8"));
const handler = new TemplateHandler();

const engines = {
  docxtemplater: async (data) => {
    const doc = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
    doc.render(data);
    return doc.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
  },
  "easy-template-x": async (data) => handler.process(template, data),
};

for await (const line of createInterface({ input: process.stdin })) {
  const [engine, count, path] = line.split(" ");
  const render = engines[engine];
  if (count === "write") {
    writeFileSync(path, await render(papers[0]));
    console.log("written");
    continue;
  }
  const before = process.cpuUsage();
  for (let done = 0; done < Number(count); done += 1) await render(papers[done % papers.length]);
  const spent = process.cpuUsage(before);
  console.log((spent.user + spent.system) / 1e6 / Number(count));
}
