import assert from 'node:assert/strict';
import { ReportDocument } from '../../server/src/engine/document.ts';
import { PreviewSession } from '../../server/src/features/preview.ts';
import type { FromWebview, PreviewFont, PreviewFound, PreviewSetup, PreviewTexts } from '../../server/src/protocol/preview.ts';
import { common } from '../../server/src/render/layout/presets.ts';
import { english } from '../../server/src/wording/localize.ts';
import type { HostOptions, WebviewHost } from './host.ts';

export const uri = 'file:///r.report';
export const texts: PreviewTexts = {
  pageOf: '第 {0} 页，共 {1} 页',
  zoomIn: '放大',
  zoomOut: '缩小',
  fitWidth: '适合宽度',
  fitPage: '适合整页',
  twoPages: '双页',
  actualSize: '实际大小',
  nextMissing: '下一处缺项',
  missingOnPage: '缺 {0} 项（第 {1} 页）',
  goThere: '转到此处（Enter）',
  fillIn: '填写…（F2）',
  pages: '报告各页',
  tools: '预览工具',
  loading: '正在加载…',
  unavailable: '现在无法排版此报告。',
  pictureMissing: '找不到图片：{0}',
  find: '查找',
  findNext: '下一处（Enter）',
  findPrevious: '上一处（Shift+Enter）',
  findOf: '第 {0} 处，共 {1} 处',
  findNothing: '无结果',
  close: '关闭',
  fontSeparator: '、',
  fontStandIn: '{0}（以 {1} 代替）',
  fontsMissing: '本机没有的字体：{0}。',
  fontsBreaks: '换行不变。',
  hideForGood: '不再提示',
};
export const setup: PreviewSetup = { uri, texts, isDimmed: false, isLocked: false, tellsFonts: false };

export const sentence = '我局认真贯彻落实上级决策部署，扎实推进各项工作，全年共开展检查*次，完成率达98.5%。';
export const body = Array.from({ length: 300 }, (_, index) => `第${index}段。${sentence.repeat(2)}`);
export const source = [
  '关于2024年度工作开展情况的报告',
  '',
  '县人民政府：',
  '一、工作开展情况',
  ...body,
  '![示意图](picture.png)',
  '某县农业农村局',
  '2024年12月5日',
].join('\n');

export type PreviewOptions = HostOptions & Partial<PreviewSetup> & { readonly fonts?: readonly PreviewFont[] };

/** The webview with a session behind it, as the client and the server would run it. */
export class Preview {
  readonly host: WebviewHost;
  readonly document: ReportDocument;
  readonly session: PreviewSession;
  #version = 1;

  private constructor(host: WebviewHost, text: string) {
    this.host = host;
    this.document = ReportDocument.create(uri, 'report', 1, text);
    const pictures = { sizeOf: (path: string) => (path.startsWith('missing') ? undefined : { width: 400, height: 300 }) };
    this.session = new PreviewSession(this.document, { layout: common, t: english, pictures });
    while (!this.session.isComplete) this.session.step(100);
  }

  /** In a webview that nobody has told anything yet. */
  static async open(host: WebviewHost, text = source, options: PreviewOptions = {}): Promise<Preview> {
    await host.take('ready');
    const preview = new Preview(host, text);
    host.answerBy((message) => preview.answer(message));
    const { isDimmed = false, isLocked = false, tellsFonts = false } = options;
    await host.post({ type: 'setup', setup: { ...setup, isDimmed, isLocked, tellsFonts } });
    const opened = preview.session.opened();
    await host.post({ type: 'open', opened: { ...opened, fonts: options.fonts ?? opened.fonts } });
    return preview;
  }

  /** As the client answers, by way of the server. */
  answer(message: FromWebview): void {
    if (message.type === 'needPages') void this.host.post({ type: 'pages', pages: this.session.pages(message.from, message.to) });
    if (message.type === 'find') void this.host.post({ type: 'found', found: this.find(message.query) });
  }

  find(query: string): PreviewFound {
    const search = this.session.find(query);
    for (;;) {
      const step = search.next();
      if (step.done) return step.value;
    }
  }

  async edit(line: number, from: number, to: number, text: string): Promise<void> {
    this.#version++;
    const range = { start: { line, character: from }, end: { line, character: to } };
    const patch = this.session.update(this.document, this.document.update([{ range, text }], this.#version));
    if (patch) await this.host.post({ type: 'patch', patch });
  }

  async cursor(line: number, character: number): Promise<void> {
    const spot = this.session.locate({ line, character });
    assert.ok(spot);
    await this.host.post({ type: 'cursor', uri, spot, scroll: true });
  }

  scrollTop(): Promise<number> {
    return this.host.page.locator('.scroller').evaluate((scroller) => (scroller as { scrollTop: number }).scrollTop);
  }
}
