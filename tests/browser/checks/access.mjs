// axe: WCAG 2.2 AA and best practice.

import { AxeBuilder } from "@axe-core/playwright";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export async function axe(page) {
  await page.evaluate(() => document.activeElement?.blur());
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.map(({ id, help, nodes }) =>
    `${id}: ${help}\n${nodes.slice(0, 3).map((node) => `  ${node.html.slice(0, 160)}${detail(node)}`).join("\n")}`);
}

function detail(node) {
  const [failed] = node.any ?? [];
  const data = failed?.data;
  if (data?.contrastRatio) return ` (${data.contrastRatio}:1, ${data.fgColor} on ${data.bgColor})`;
  const beside = (failed?.relatedNodes ?? []).map(({ html }) => html.slice(0, 80)).join(" ");
  return failed ? ` (${failed.message} ${beside})` : "";
}
