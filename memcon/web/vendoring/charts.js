// What a chart needs, in one file: Vega compiles its expressions with `Function` unless it is given
// the interpreter, and a page under a strict Content-Security-Policy has no `Function`.
export { parse, View, Warn } from "vega";
export { compile } from "vega-lite";
export { expressionInterpreter } from "vega-interpreter";
