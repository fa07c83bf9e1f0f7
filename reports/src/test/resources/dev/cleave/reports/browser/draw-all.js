/* Scrolls to every chart, since those below the fold are drawn when they come near. */
(async () => {
  const frame = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (const figure of document.querySelectorAll('figure.chart')) {
    figure.scrollIntoView();
    while (!figure.querySelector('canvas')) await frame();
  }
  scrollTo(0, 0);
  await frame();
})();
