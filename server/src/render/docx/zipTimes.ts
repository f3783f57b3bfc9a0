const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endOfCentralDirectory = 0x06054b50;
/** 1980-01-01 00:00 in DOS format, the earliest a zip can say: time in the low, date in the high half. */
const epoch = 0x0021_0000;

/**
 * Sets the time of every entry of a zip file to 1980-01-01, in place, so that the same content gives the same bytes.
 * @throws Error if `zip` has no central directory, or uses Zip64.
 */
export function resetZipTimes(zip: Uint8Array): void {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  // The archive has no comment, so the record is the last 22 bytes.
  const end = zip.byteLength - 22;
  if (end < 0 || view.getUint32(end, true) !== endOfCentralDirectory) throw new Error('Not a plain zip file.');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count; entry++) {
    if (view.getUint32(at, true) !== centralHeader) throw new Error('Not a plain zip file.');
    view.setUint32(at + 12, epoch, true);
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(local, true) !== localHeader) throw new Error('Not a plain zip file.');
    view.setUint32(local + 10, epoch, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}
