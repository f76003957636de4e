import { MapComing } from "../shell/Coming";
import { later } from "../shell/later";

/** The map, loaded after all that a desk cannot do without. */
export const LazyMap = later(() => import("./MapPanel"), MapComing);
