'use strict';
// HubSpot's local executor loads this file in place of the function's own: it knows neither what a public function is told of
// its request, nor a module that is still loaded from the call before.
Object.defineProperty(exports, 'main', {
  get() {
    const { codeFile, context } = globalThis[Symbol.for('standIn.job')];
    const { main } = require(codeFile);
    return main && ((given) => main(context.isWhole ? context.content : { ...given, ...context.content }));
  },
});
