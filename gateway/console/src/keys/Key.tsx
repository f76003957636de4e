import { useContext } from "react";
import { DeskContext } from "../desk/desk";
import { keys, type KeyAct } from "./keys";

/** The key of an act, on the control that does it; on a page beside the desk no key works, and none is shown. */
export function Key({ of }: { of: KeyAct }) {
  return useContext(DeskContext) && <kbd>{keys[of]}</kbd>;
}
