import './activation.test.ts';
import './missingData.test.ts';
import './fillMissing.test.ts';
import './structure.test.ts';
import './sections.test.ts';
import './exportDocx.test.ts';
import './preview.test.ts';
import './serverLife.test.ts';
