import { useCallback, useEffect, useRef, useState } from "react";
import { useFeedPart } from "../board/freshness";
import { failureOf, type Failure } from "../contracts/failure";
import { useDesk } from "../desk/desk";
import type { QueuedIncident } from "../generated/handhaving/dispatch/v1/incident_service_pb";
import { groupOf } from "../queue/order";

export interface Order {
  /** By municipality; undefined until they came. */
  orders: readonly (readonly QueuedIncident[])[] | undefined;
  /** Incidents that wait, also those that are not told of. */
  waiting: number;
  /** By this machine's clock, in milliseconds since 1970; 0 = never. */
  readAt: number;
  failure: Failure | undefined;
  isReading: boolean;
}

const shown = 20; // of each municipality
const calm = 3_000; // milliseconds between two readings: each looks at all units, and is logged
const nothing: Order = { orders: undefined, waiting: 0, readAt: 0, failure: undefined, isReading: true };

/** In which order what waits gets a unit, asked of each municipality of the desk anew when what waits or who is free changed. */
export function useOrder(): Order & { again: () => void } {
  const { clients, person } = useDesk();
  const [order, setOrder] = useState<Order>(nothing);
  const [asked, setAsked] = useState(0);
  const last = useRef(0);
  const [asking, answered] = [useRef(0), useRef(0)];
  const picture = useFeedPart(({ board }) => [
    ...[...board.incidents.values()].filter((one) => groupOf(one) === "waiting").map(({ name, etag }) => `${name}${etag}`), ...[...board.units.values()].map(({ name, availability }) => `${name}${availability}`),
  ].sort().join(" "));
  const codes = person.municipalities.join(" ");
  useEffect(() => {
    const read = async () => {
      const mine = ++asking.current;
      last.current = Date.now();
      setOrder((before) => ({ ...before, isReading: true }));
      const answers = await Promise.all(codes.split(" ").filter((code) => code !== "").map((code) => clients.incidents.recommendQueue({ parent: `municipalities/${code}`, limit: shown })));
      if (mine < answered.current) return; // a later one came before it
      answered.current = mine;
      setOrder({ orders: answers.map(({ entries }) => entries), waiting: answers.reduce((sum, { waitingCount }) => sum + waitingCount, 0), readAt: Date.now(), failure: undefined, isReading: false });
    };
    const wait = setTimeout(() => void read().catch((error: unknown) => setOrder((before) => ({ ...before, failure: failureOf(error), isReading: false }))), Math.max(0, last.current + calm - Date.now()));
    return () => clearTimeout(wait);
  }, [clients, codes, picture, asked, asking, answered]);
  const again = useCallback(() => { last.current = 0; setAsked((times) => times + 1); }, []);
  return { ...order, again };
}
