import type { Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, startServer } from '../command-line';
import { shareOfMachine } from '../machine-share';
import {
  launchBrowser,
  newPage,
  openWorkbench,
  ready,
  screenshot,
  type OpenWorkbench,
} from '../open-workbench';
import { becomes, eventually } from '../waiting';

/** How long a visitor may wait for the first number, once the build is done, on a machine that does nothing else. */
const FIRST_CELL_MILLISECONDS = 5000;

interface SeenCell {
  readonly text: string;
  readonly type: string;
  readonly message: string;
}

/** What the grid shows in a cell of the active sheet. */
const cellAt = (page: Page, address: string): Promise<SeenCell> =>
  page.evaluate((xc) => {
    const getters = window.workbench?.book.model.getters;
    if (!getters) throw new Error('There is no workbench.');
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(xc) ?? [];
    const col = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const cell = getters.getEvaluatedCell({
      sheetId: getters.getActiveSheetId(),
      col,
      row: Number(digits) - 1,
    });
    const message = 'message' in cell ? String(cell.message ?? '') : '';
    return { text: cell.formattedValue, type: cell.type, message };
  }, address);

/** Waits until a cell shows what is expected of it. */
const shows = (page: Page, address: string, expected: Partial<SeenCell>): Promise<SeenCell> =>
  eventually(
    () => cellAt(page, address),
    (seen) => expect(seen).toMatchObject(expected),
  );

/** Goes to a cell by the name box, and looks where the cursor went. */
async function goTo(page: Page, address: string): Promise<void> {
  await page.locator('.o-named-range-selector input').fill(address);
  await page.keyboard.press('Enter');
  await page.waitForFunction((xc) => {
    const getters = window.workbench?.book.model.getters;
    if (!getters) return false;
    const { left, top } = getters.getRangeFromSheetXC(getters.getActiveSheetId(), xc).zone;
    const { col, row } = getters.getActivePosition();
    return col === left && row === top && document.activeElement?.classList.contains('o-composer');
  }, address);
}

/** Key by key, as a person who looks at what they type. */
async function type(page: Page, text: string): Promise<void> {
  for (let typed = 1; typed <= text.length; typed += 1) {
    await page.keyboard.type(text.charAt(typed - 1));
    await page.waitForFunction(
      (wanted) => document.activeElement?.textContent === wanted,
      text.slice(0, typed),
    );
  }
}

async function typeInto(page: Page, address: string, text: string): Promise<void> {
  await goTo(page, address);
  await type(page, text);
  await page.keyboard.press('Enter');
  await page.evaluate(() => window.workbench?.idle());
}

/** The middle of a cell on the screen. */
async function placeOf(page: Page, address: string): Promise<{ x: number; y: number }> {
  const { x, y } = await page.evaluate((xc) => {
    const getters = window.workbench?.book.model.getters;
    if (!getters) throw new Error('There is no workbench.');
    const sheetId = getters.getActiveSheetId();
    const { left, top } = getters.getRangeFromSheetXC(sheetId, xc).zone;
    const rect = getters.getVisibleRect({ left, right: left, top, bottom: top });
    return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
  }, address);
  const box = await page.locator('.o-grid canvas').first().boundingBox();
  return { x: (box?.x ?? 0) + x, y: (box?.y ?? 0) + y };
}

/** Rests the pointer on a cell. @returns the card that the grid shows then */
async function hover(page: Page, address: string) {
  const { x, y } = await placeOf(page, address);
  await page.mouse.move(x - 3, y - 3);
  await page.mouse.move(x, y, { steps: 3 });
  const card = page.locator('.o-error-tooltip');
  await card.waitFor({ state: 'visible' });
  const box = await card.boundingBox();
  return { text: (await card.innerText()).replace(/\s+/g, ' '), box };
}

/** The first cell anywhere in the book whose formula calls a METER function and whose value is a number. */
const firstMeterNumber = (page: Page) =>
  page.waitForFunction(
    () => {
      const getters = window.workbench?.book.model.getters;
      if (!getters) return undefined;
      for (const sheetId of getters.getSheetIds()) {
        for (const { id } of Object.values(getters.getCells(sheetId))) {
          const position = getters.getCellPosition(id);
          const formula = getters.getCellText(position, { showFormula: true });
          const value = getters.getEvaluatedCell(position);
          if (/^=.*METER\./i.test(formula) && value.type === 'number') return { formula, value: value.value };
        }
      }
      return undefined;
    },
    undefined,
    { polling: 25 },
  );

interface FirstVisit {
  /** By the clock. */
  readonly elapsed: number;
  /** As it would be if nothing else had run on the machine. */
  readonly milliseconds: number;
  readonly formula: string;
  /** Where the page and its frames, sockets included, asked for anything. */
  readonly asked: readonly string[];
  readonly served: readonly string[];
}

/** From `npm start` on a built copy, by way of the address that it prints, to the first number of a METER function. */
async function visit(): Promise<FirstVisit> {
  const browser = await launchBrowser();
  try {
    const page = await newPage(browser);
    const requests: string[] = [];
    page.context().on('request', (sent) => requests.push(sent.url()));
    page.on('websocket', (socket) => requests.push(socket.url()));
    const shareBefore = await shareOfMachine();
    const began = Date.now();
    const server = await startServer();
    try {
      await page.goto(server.address, { waitUntil: 'commit' });
      const found = await (await firstMeterNumber(page)).jsonValue();
      const elapsed = Date.now() - began;
      const share = (shareBefore + (await shareOfMachine())) / 2;
      await page.evaluate(() => window.workbench?.idle());
      await page.waitForTimeout(500);
      await screenshot(page, 'workbench-1440x900');
      const foreignOrOwn = requests
        .filter((url) => /^(https?|wss?):/.test(url))
        .map((url) => new URL(url).origin);
      return {
        elapsed,
        milliseconds: Math.round(elapsed * share),
        formula: found?.formula ?? '',
        asked: [...new Set(foreignOrOwn)].sort(),
        served: [server.addinOrigin, server.workbenchOrigin].sort(),
      };
    } finally {
      await server.close();
    }
  } finally {
    await browser.close();
  }
}

test('npm start shows the first computed METER cell within 5 s, and asks no other host for anything', async () => {
  const visits: FirstVisit[] = [];
  // What else runs on the machine can only add to the time, so the best of three is the nearest to our own.
  do visits.push(await visit());
  while (visits.length < 3 && visits.every(({ milliseconds }) => milliseconds >= FIRST_CELL_MILLISECONDS));
  for (const { asked, served } of visits) expect(asked).toEqual(served);
  expect(visits[0]?.formula).toMatch(/METER\./);
  const times = visits.map(({ milliseconds }) => milliseconds);
  console.log(
    `npm start to the first METER cell: ${visits.map(({ elapsed, milliseconds }) => `${milliseconds} ms of ours in ${elapsed} ms`).join(', ')} (${visits[0]?.formula})`,
  );
  expect(Math.min(...times)).toBeLessThan(FIRST_CELL_MILLISECONDS);
});

describe('the workbench', () => {
  let open: OpenWorkbench;
  let page: Page;

  beforeAll(async () => {
    open = await openWorkbench();
    page = open.page;
  });

  afterAll(async () => {
    expect(open.failures).toEqual([]);
    await open.close();
  });

  test("draws the manifest's group, buttons, icons and texts", async () => {
    const manifest = readFileSync(path.join(ROOT, 'manifest.xml'), 'utf8');
    const resource = (id: string) =>
      new RegExp(`id="${id}" DefaultValue="([^"]*)"`).exec(manifest)?.[1] ?? `no resource ${id}`;
    const group = page.locator('[data-group="Meterbook.Group"]');
    expect(await group.locator('.wb-group-label').innerText()).toBe(resource('Meterbook.Group.Label'));
    const buttons = ['Open', 'New', 'Refresh', 'Why', 'Share', 'Sample'];
    expect(await group.locator('.wb-button-label').allInnerTexts()).toEqual(
      buttons.map((button) => resource(`Meterbook.${button}.Label`)),
    );
    for (const [place, button] of buttons.entries()) {
      expect(await group.locator('button').nth(place).getAttribute('title')).toContain(
        resource(`Meterbook.${button}.Text`),
      );
    }
    const drawn = () =>
      group
        .locator('img')
        .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
    await becomes(
      drawn,
      buttons.map(() => 32),
    );
    expect(await page.locator('.wb-welcome').innerText()).toContain(resource('Meterbook.GetStarted.Text'));
  });

  test("carries office.js's own idea of the host: Excel on the web", async () => {
    const told = await open.frame.evaluate('Office.onReady()');
    expect(told).toMatchObject({ host: 'Excel', platform: 'OfficeOnline' });
  });

  test('the Meterbook button hides and shows the pane without unloading it', async () => {
    const pane = page.locator('.wb-pane');
    await open.frame.evaluate('window.stillTheSame = true');
    await page.locator('[data-control="Meterbook.Open"]').click();
    await becomes(() => pane.isVisible(), false);
    await page.locator('[data-control="Meterbook.Open"]').click();
    await becomes(() => pane.isVisible(), true);
    await page.getByRole('button', { name: 'Close the pane' }).click();
    await becomes(() => pane.isVisible(), false);
    await typeInto(page, 'H1', '=METER.TIERED_COST(7,{10,2})');
    await shows(page, 'H1', { type: 'number', text: '14' });
    await page.locator('[data-control="Meterbook.Open"]').click();
    expect(await open.frame.evaluate('window.stillTheSame')).toBe(true);
  });

  test('the pane can be made wider and narrower, between 320 and 400 px', async () => {
    const divider = page.getByRole('separator');
    const width = async () => (await page.locator('.wb-pane').boundingBox())?.width;
    await divider.focus();
    for (let press = 0; press < 10; press += 1) await page.keyboard.press('ArrowLeft');
    await becomes(width, 400);
    const box = await divider.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 1, 500);
    await page.mouse.down();
    await page.mouse.move(1400, 500, { steps: 5 });
    await page.mouse.up();
    await becomes(width, 320);
  });

  // The first bound is stated by the functions' descriptions: volumes are not negative, shares lie between 0 and 1.
  test.each([
    ['D2', '=METER.TIERED_COST(-5,{10,1})', ['quantity', '-5', '0']],
    ['D3', '=METER.TOKEN_COST(1000000,0,3,15,{"Batch share",1.2})', ['Batch share', '1.2', '0', '1']],
  ])('a wrong argument typed into %s: %s is #VALUE! and says why', async (address, formula, named) => {
    await typeInto(page, address, formula);
    const cell = await shows(page, address, { text: '#VALUE!', type: 'error' });
    for (const part of named) expect(cell.message).toContain(part);
    const card = await hover(page, address);
    expect(card.text).toContain(cell.message.replace(/\s+/g, ' '));
    expect(card.box?.x ?? -1).toBeGreaterThan(0);
    expect((card.box?.x ?? 0) + (card.box?.width ?? 0)).toBeLessThanOrEqual(1440);
    expect((card.box?.y ?? 0) + (card.box?.height ?? 0)).toBeLessThanOrEqual(900);
    await screenshot(page, `error-${address}`);
    await page.mouse.move(5, 5);
  });

  test('an edited input recalculates what depends on it', async () => {
    await typeInto(page, 'A1', '100');
    await typeInto(page, 'B1', '=METER.TIERED_COST(A1,{50,2;200,1})');
    await shows(page, 'B1', { text: '150' });
    await typeInto(page, 'A1', '120');
    await shows(page, 'B1', { text: '170' });
    await page.waitForFunction(() => document.querySelector('[data-part="state"]')?.textContent === 'Ready');
  });

  test('a schedule spills over the cells beside and below it', async () => {
    await typeInto(page, 'A5', '=METER.RESERVED_UNITS(100,1000,200,50000)');
    await shows(page, 'A5', { type: 'number' });
    await shows(page, 'B5', { type: 'number' });
  });

  test('while a person edits a cell, the add-in is refused as in Excel', async () => {
    await goTo(page, 'F9');
    await type(page, '=1+');
    const refusal = await open.frame.evaluate(`Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('F9').values = [[1]];
      await context.sync();
    }).then(() => 'written', (error) => error.code)`);
    await page.keyboard.press('Escape');
    expect(refusal).toBe('InvalidOperationInCellEditMode');
  });

  test('F6 and Tab take the keyboard into the pane and out of it again', async () => {
    const focused = () => page.evaluate(() => document.activeElement?.className ?? '');
    const inPane = () => open.frame.evaluate('document.activeElement.tagName');
    const isIn = (className: RegExp) => eventually(focused, (name) => expect(name).toMatch(className));
    const isOnButton = () => becomes(inPane, 'BUTTON');
    await goTo(page, 'H9');
    await page.keyboard.press('F6');
    await isIn(/wb-frame/);
    await isOnButton();
    await page.keyboard.press('Escape');
    await isIn(/o-composer/);
    await page.locator('[data-part="pane-close"]').focus();
    await page.keyboard.press('Tab');
    await isOnButton();
    // Fluent may keep the keyboard for one more press, on a stop of its own before the first element.
    await eventually(
      async () => {
        if (/wb-icon-button/.test(await focused())) return true;
        await page.keyboard.press('Shift+Tab');
        await page.waitForTimeout(300);
        return /wb-icon-button/.test(await focused());
      },
      (isOut) => expect(isOut).toBe(true),
    );
  });

  test('in a narrow window nothing covers the pane', async () => {
    await page.setViewportSize({ width: 800, height: 600 });
    const grid = page.locator('.wb-grid');
    const overhang = () =>
      grid.evaluate((element) => {
        const edge = element.getBoundingClientRect().right + 1;
        const parts = element.querySelectorAll('.o-spreadsheet > *, .o-topbar-toolbar');
        return [...parts].filter((part) => part.getBoundingClientRect().right > edge).length;
      });
    await becomes(overhang, 0);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  test('counts members that the workbench does not know, and lists them by name', async () => {
    const line = page.locator('.wb-unknown');
    expect(await line.isVisible()).toBe(false);
    const code = await open.frame.evaluate(`Excel.run(async (context) => {
      const shapes = context.workbook.worksheets.getActiveWorksheet().shapes;
      shapes.addTextBox('There is no such thing here.');
      await context.sync();
    }).then(() => 'done', (error) => error.code)`);
    expect(code).toBe('ApiNotFound');
    await eventually(
      () => line.innerText(),
      (text) => expect(text).toMatch(/^1 member/),
    );
    const list = page.locator('.wb-unknown-list');
    await becomes(() => list.isVisible(), false);
    await line.click();
    await eventually(
      () => list.innerText(),
      (text) => expect(text).toMatch(/Worksheet\.Shapes/i),
    );
    await screenshot(page, 'unknown-members');
    await page.keyboard.press('Escape');
    await becomes(() => list.isVisible(), false);
  });
});

test('a command in the address that the manifest does not declare is named in a sentence', async () => {
  const open = await openWorkbench({ command: 'noSuchCommand' });
  try {
    const dialog = open.page.getByRole('dialog').filter({ hasText: 'noSuchCommand' });
    await dialog.waitFor();
    expect(await dialog.innerText()).toContain('the manifest does not declare');
  } finally {
    await open.close();
  }
});

test('a browser that distrusts the certificate of the add-in is told what to do, and goes on by itself', async () => {
  const browser = await launchBrowser();
  const server = await startServer();
  try {
    const page = await newPage(browser);
    // One route to the end: a request that is under way while a route is taken off may get no answer at all.
    let isTrusted = false;
    await page.route(`${server.addinOrigin}/**`, (route) =>
      isTrusted ? route.continue() : route.abort('connectionfailed'),
    );
    await page.goto(server.workbenchOrigin);
    const notice = page.locator('.wb-pane-notice');
    await notice.waitFor();
    expect(await notice.innerText()).toMatch(/certificate .* open https:\/\/localhost:\d+ once/s);
    expect(await notice.getByRole('link').getAttribute('href')).toBe(`${server.addinOrigin}/taskpane.html`);
    await screenshot(page, 'untrusted-certificate');
    isTrusted = true;
    await ready(page);
    await becomes(() => notice.count(), 0);
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLImageElement>('.wb-button-icon')].every(
        (icon) => icon.naturalWidth > 0,
      ),
    );
    await typeInto(page, 'A1', '=METER.TIERED_COST(7,{10,2})');
    await shows(page, 'A1', { text: '14' });
  } finally {
    await browser.close();
    await server.close();
  }
});
