/** Children of a chart's elements in the order of the schema; the grid writes some elsewhere, which Excel may refuse. */
const AXIS = `axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos
  spPr txPr crossAx crosses crossesAt crossBetween auto lblAlgn lblOffset tickLblSkip tickMarkSkip majorUnit minorUnit
  dispUnits noMultiLvlLbl`;

const ORDERS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries({
    chartSpace:
      'date1904 lang roundedCorners style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes extLst',
    catAx: AXIS,
    valAx: AXIS,
    barChart: 'barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst',
    lineChart: 'grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId extLst',
    pieChart: 'varyColors ser dLbls firstSliceAng extLst',
    doughnutChart: 'varyColors ser dLbls firstSliceAng holeSize extLst',
    scatterChart: 'scatterStyle varyColors ser dLbls axId extLst',
    radarChart: 'radarStyle varyColors ser dLbls axId extLst',
    ser: 'idx order tx spPr invertIfNegative pictureOptions marker explosion dPt dLbls trendline errBars cat val xVal yVal smooth shape extLst',
  }).map(([tag, names]) => [tag, names.split(/\s+/)]),
);

/** The grid writes it on every axis; only an axis of categories may have it. */
function dropAutoOfValues(part: Document): void {
  for (const axis of Array.from(part.getElementsByTagNameNS('*', 'valAx'))) {
    for (const auto of Array.from(axis.getElementsByTagNameNS('*', 'auto')))
      auto.parentNode?.removeChild(auto);
  }
}

/** The grid writes a pie as a ring without a hole, which Excel does not know. */
function makePies(part: Document): void {
  for (const ring of Array.from(part.getElementsByTagNameNS('*', 'doughnutChart'))) {
    const [hole] = Array.from(ring.getElementsByTagNameNS('*', 'holeSize'));
    if (hole === undefined || Number(hole.getAttribute('val')) > 0) continue;
    ring.removeChild(hole);
    const pie = part.createElementNS(ring.namespaceURI, 'c:pieChart');
    for (const child of Array.from(ring.childNodes)) pie.appendChild(child);
    ring.parentNode?.replaceChild(pie, ring);
  }
}

/** Sorts the children of every element whose order is known. */
export function putChartInOrder(part: Document): void {
  dropAutoOfValues(part);
  makePies(part);
  for (const [tag, order] of Object.entries(ORDERS)) {
    const place = (child: Node) => order.indexOf(child.nodeName.replace(/^.*:/, ''));
    for (const parent of Array.from(part.getElementsByTagNameNS('*', tag))) {
      const children = Array.from(parent.childNodes).filter((child) => child.nodeType === 1);
      for (const child of children.sort((a, b) => place(a) - place(b))) parent.appendChild(child);
    }
  }
}
