/** Commands that the server's quick fixes name; the client registers them. `arguments`: the document's URI and a position. */
export const goToNextMissingDatumCommand = 'reportWriter.nextMissingDatum';
/** As above; a third argument, `here` or `all`, says how many are filled. */
export const fillMissingDataCommand = 'reportWriter.fillMissingData';
/** As the first: the position is that of the finding. */
export const renumberCommand = 'reportWriter.renumber';
/** `arguments`: the document's URI and the ids of the sections. */
export const addMissingSectionsCommand = 'reportWriter.addMissingSections';
