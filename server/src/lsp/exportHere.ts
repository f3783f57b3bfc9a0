import type { Host } from './host.ts';

/** The export on the calling thread. The Word library is large, so it is loaded when it is first needed. */
export const exportHere: Host['runExport'] = async (job, step, token) => {
  const { runExportJob } = await import('./exportJob.ts');
  return await runExportJob(job, step, token);
};
