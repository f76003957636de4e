let known: boolean | undefined;

/** Whether this machine can draw the map at all (WebGL 2); asked of it once. */
export function canDraw(): boolean {
  known ??= askBrowser();
  return known;
}

function askBrowser(): boolean {
  const drawing = document.createElement("canvas").getContext("webgl2");
  drawing?.getExtension("WEBGL_lose_context")?.loseContext(); // a browser has few of them
  return drawing !== null;
}
