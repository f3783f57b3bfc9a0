// Stand-in for @vscode/spdlog (its native part needs g++ and 20 s): no log files. `exports.x =` form: VS Code imports it as ESM.
class Logger {
  getLevel() {
    return 2;
  }
  setLevel() {}
  setPattern() {}
  clearFormatters() {}
  flush() {}
  drop() {}
}
for (const m of ['trace', 'debug', 'info', 'warn', 'error', 'critical']) Logger.prototype[m] = () => {};
exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.createRotatingLogger = async () => new Logger();
exports.createAsyncRotatingLogger = async () => new Logger();
