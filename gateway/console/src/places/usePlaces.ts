import { useEffect, useState } from "react";
import { useDesk } from "../desk/desk";
import { searchRegion } from "./gazetteer";
import { searchLocatieserver } from "./locatieserver";
import type { Place } from "./place";

const settle = 150; // milliseconds after the last key, where each search is a call

/** Places for the words typed. When the configured search does not answer, the region's own places still do. */
export function usePlaces(words: string): readonly Place[] {
  const { configuration } = useDesk();
  const [found, setFound] = useState<readonly Place[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    const search = async () => {
      if (configuration.placeSearch && words.trim().length > 2) {
        await new Promise((resolve) => setTimeout(resolve, settle));
        if (stop.signal.aborted) return [];
        return await searchLocatieserver(configuration.placeSearch, words, stop.signal).catch(() => searchRegion(words));
      }
      return await searchRegion(words);
    };
    search().then((places) => !stop.signal.aborted && setFound(places), () => setFound([]));
    return () => stop.abort();
  }, [configuration.placeSearch, words]);
  return found;
}
