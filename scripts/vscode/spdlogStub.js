// Stands for @vscode/spdlog, whose native part would have to be compiled: writes each line to the log file at once, so that the
// output channels show it. VS Code imports it as ESM by name, hence `exports.x =`.
const { appendFile } = require('node:fs');

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

class Logger {
  constructor(file) {
    this.file = file;
    this.level = 2;
    // One after the other, so that no line overtakes another.
    this.written = Promise.resolve();
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  write(level, message) {
    if (!this.file || level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    const line = `${time} [${levels[level]}] ${message}\n`;
    this.written = this.written.then(() => new Promise((resolve) => appendFile(this.file, line, () => resolve())));
  }
  setPattern() {}
  clearFormatters() {}
  flush() {}
  drop() {}
}
for (const [level, name] of levels.entries()) {
  Logger.prototype[name] = function (message) {
    this.write(level, message);
  };
}

exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.createRotatingLogger = async (_name, file) => new Logger(file);
exports.createAsyncRotatingLogger = async (_name, file) => new Logger(file);
