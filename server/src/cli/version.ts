// By name, so that the bundle takes nothing else of the manifest along.
export { version } from '../../../package.json';
