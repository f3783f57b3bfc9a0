import assert from 'node:assert/strict';
import { margin, PageGeometry } from '../../client/webview/pageGeometry.ts';
import { arrangementOf, nextZoom, scaleOf } from '../../client/webview/zoom.ts';

const paper = { width: 210, height: 297 };
const geometryOf = (count: number, landscape: readonly number[] = [], zoom: 'width' | 'spread' | 1 = 'width') =>
  new PageGeometry({ count, paper, landscape }, arrangementOf(zoom));
const a4 = { width: (210 * 96) / 25.4, height: (297 * 96) / 25.4 };

describe('where pages stand', () => {
  it('is one under the other, with margins between', () => {
    const geometry = geometryOf(3);
    assert.equal(geometry.boxOf(0).top, margin);
    assert.ok(Math.abs(geometry.boxOf(1).top - (2 * margin + a4.height)) < 0.01);
    assert.ok(Math.abs(geometry.height - (4 * margin + 3 * a4.height)) < 0.01);
    assert.equal(geometry.pageAt(0), 0);
    assert.equal(geometry.pageAt(geometry.boxOf(2).top + 5), 2);
    assert.equal(geometry.pageAt(1e9), 2);
  });

  it('is two and two beside each other', () => {
    const geometry = geometryOf(5, [], 'spread');
    assert.equal(geometry.boxOf(0).top, geometry.boxOf(1).top);
    assert.ok(geometry.boxOf(1).left > geometry.boxOf(0).left + a4.width);
    assert.equal(geometry.boxOf(2).left, geometry.boxOf(0).left);
    assert.ok(geometry.boxOf(1).left + a4.width < geometry.width);
    assert.deepEqual(geometry.pagesBetween(0, 100, 0), { from: 0, to: 2 });
    assert.deepEqual(geometry.pagesBetween(geometry.boxOf(4).top, geometry.height, 1), { from: 2, to: 5 });
  });

  it('leaves less room to a page that lies across, and makes it fit where all pages are to fit', () => {
    const fitting = geometryOf(3, [1]);
    const box = fitting.boxOf(1);
    assert.ok(Math.abs(box.width - a4.height) < 0.01 && Math.abs(box.height - a4.width) < 0.01);
    assert.ok(Math.abs(box.width * box.shrink - a4.width) < 0.01);
    assert.equal(box.left, fitting.boxOf(0).left);
    assert.ok(fitting.boxOf(2).top < geometryOf(3).boxOf(2).top);
    const free = geometryOf(3, [1], 1);
    assert.equal(free.boxOf(1).shrink, 1);
    assert.ok(free.width > fitting.width);
    assert.ok(free.boxOf(0).left > free.boxOf(1).left);
  });

  it('is found among ten thousand as among ten', () => {
    const geometry = geometryOf(10_000);
    for (const page of [0, 1, 4321, 9999]) assert.equal(geometry.pageAt(geometry.boxOf(page).top + 1), page);
  });

  it('takes no page at all', () => {
    const geometry = geometryOf(0);
    assert.equal(geometry.pageAt(100), 0);
    assert.deepEqual(geometry.pagesBetween(0, 1000, 2), { from: 0, to: 0 });
  });
});

describe('the zoom', () => {
  const geometry = geometryOf(9);

  it('fits the width, a page, or two pages', () => {
    const view = { clientWidth: 600, clientHeight: 700 };
    assert.ok(Math.abs(scaleOf('width', geometry, view) * geometry.widthOf(1) - 600) < 0.01);
    assert.ok(Math.abs(scaleOf('page', geometry, view) * geometry.pageHeight - 700) < 0.01);
    assert.ok(Math.abs(scaleOf('spread', geometry, view) * geometry.widthOf(2) - 600) < 0.01);
    assert.equal(scaleOf(1.5, geometry, view), 1.5);
  });

  it('stays readable in a view that is hardly there, and sober in a wide one', () => {
    assert.equal(scaleOf('width', geometry, { clientWidth: 0, clientHeight: 0 }), 0.2);
    assert.equal(scaleOf('width', geometry, { clientWidth: 9000, clientHeight: 9000 }), 2);
  });

  it('steps up and down and ends', () => {
    assert.equal(nextZoom(1, 1), 1.1);
    assert.equal(nextZoom(0.93, -1), 0.9);
    assert.equal(nextZoom(4, 1), undefined);
  });
});
