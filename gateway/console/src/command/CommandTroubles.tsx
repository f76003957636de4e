import { TroubleBox } from "../acting/TroubleBox";
import { useDesk } from "../desk/desk";
import { useStore } from "../time/store";
import { isCommandPlace } from "./place";

/** What went wrong with acts on units that no panel shows, each in a box of its own. */
export function CommandTroubles() {
  const { acts } = useDesk();
  return [...useStore(acts).troubles.keys()].filter(isCommandPlace).map((place) => <TroubleBox key={place} place={place} />);
}
