// The style sheets: one sheet serves both directions of writing, so nothing in it may say left or
// right, and the order on the screen is the order of the keyboard.

import stylelint from "stylelint";
import { here } from "../places.mjs";

const physical = [
  "/^(margin|padding|border|inset)-(left|right|top|bottom)/",
  "/^border-(top|bottom)-(left|right)-radius$/",
  "/^scroll-(margin|padding)-(left|right|top|bottom)$/",
  "left", "right", "top", "bottom", "width", "height",
  "/^(min|max)-(width|height)$/",
  "order",
];

const config = {
  extends: ["stylelint-config-standard"],
  rules: {
    "property-disallowed-list": [physical, { message: "say it in logical terms (inline, block, start, end)" }],
    "declaration-property-value-disallowed-list": {
      "/^(text-align|float|clear|caption-side|resize)$/": ["left", "right"],
      "flex-direction": ["/reverse/"],
      "flex-flow": ["/reverse/"],
      "/^transition/": ["/(left|right|width|height)/"],
    },
    // `@media (max-width: …)` is understood by more browsers than the range form.
    "media-feature-range-notation": null,
    // Where gaps stand is a matter of reading.
    "declaration-empty-line-before": null,
    // The sheet is ordered by what one looks for, in layers.
    "no-descending-specificity": null,
  },
};

export async function style(files) {
  const { results } = await stylelint.lint({ files, config, configBasedir: here });
  return results.flatMap((result) =>
    result.warnings.map((it) => `${result.source.split("/").at(-1)}:${it.line} ${it.text}`));
}
