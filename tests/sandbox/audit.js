// What is wrong with the page for people who cannot see it well or do not use a mouse: one line for each finding.
() => {
  const found = [];
  const say = (what, element) => found.push(`${what}: ${element.outerHTML.replace(/\s+/g, " ").slice(0, 120)}`);
  const isShown = (element) => element.checkVisibility({visibilityProperty: true}) && element.getClientRects().length > 0;
  const dialog = document.querySelector("dialog[open]");
  const root = dialog ?? document.body;

  const nameOf = (element) => (element.getAttribute("aria-label")
    ?? (element.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ").trim())
    || [...(element.labels ?? [])].map((label) => label.textContent.trim()).join(" ") || element.textContent.trim();

  const CONTROLS = "button, a[href], input, select, textarea, summary, [role=tab], [role=menuitem]";
  const isInText = (element) => element.closest(".text, .json") !== null;
  const LEAST = 39.9;
  for (const control of root.querySelectorAll(CONTROLS)) {
    if (!isShown(control)) continue;
    if (!nameOf(control)) say("has no name", control);
    const box = (control.type === "checkbox" ? control.closest("label") : control).getBoundingClientRect();
    if (!isInText(control) && (box.width < LEAST || box.height < LEAST)) say(`is ${Math.round(box.width)}×${Math.round(box.height)}`, control);
  }

  for (const region of root.querySelectorAll("section, aside, nav, dialog, [role=log], [role=group], [role=menu], [role=tablist]")) {
    if (isShown(region) && !nameOf(region)) say("region without a name", region);
  }
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  for (const id of ids.filter((one, place) => ids.indexOf(one) !== place)) found.push(`id twice: ${id}`);
  for (const attribute of ["aria-controls", "aria-labelledby", "for"]) {
    for (const element of document.querySelectorAll(`[${attribute}]`)) {
      for (const id of element.getAttribute(attribute).split(" ")) if (!ids.includes(id)) say(`${attribute} leads nowhere`, element);
    }
  }

  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
  const groundOf = (element) => {
    const layers = [];
    for (let one = element; one; one = one.parentElement) {
      const layer = rgba(getComputedStyle(one).backgroundColor);
      if (layer[3] > 0) layers.push(layer);
      if (layer[3] === 1) break;
    }
    return layers.reduceRight((below, top) => over(top, below), [255, 255, 255, 1]);
  };
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((part) => part / 255).map((part) => (part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4));
    return .2126 * x + .7152 * y + .0722 * z;
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + .05) / (low + .05);
  };
  const isHidden = (element) => element.closest(".hidden, [inert], :disabled, .toast:not(.open)") !== null;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !isShown(element) || isHidden(element)) continue;
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const ground = groundOf(element);
    const ratio = contrast(over(rgba(style.color), ground), ground);
    if (ratio < (isLarge ? 3 : 4.5)) say(`contrast ${ratio.toFixed(2)}`, element);
  }
  for (const field of root.querySelectorAll("[placeholder]")) {
    const ground = groundOf(field);
    const ratio = contrast(rgba(getComputedStyle(field, "::placeholder").color), ground);
    if (isShown(field) && ratio < 4.5) say(`placeholder ${ratio.toFixed(2)}`, field);
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} wide on ${innerWidth}`);
  return found;
}
