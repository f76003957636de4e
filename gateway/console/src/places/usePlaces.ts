import { useEffect, useMemo, useState } from "react";
import type { Choice } from "../asking/Combobox";
import { useDesk } from "../desk/desk";
import { fitting, hasAll, type Found } from "./fitting";
import { searchRegion } from "./gazetteer";
import { searchLocatieserver } from "./locatieserver";
import type { Place } from "./place";

const settle = 150; // milliseconds after the last key, where each search is a call

const none: Found = { words: "", places: [] };

/** Places for the words typed, and whether they are still searched. When the configured search does not answer, the region's own places still do. */
export function usePlaces(words: string): { choices: readonly Choice<Place>[]; isSeeking: boolean } {
  const { catalog, configuration } = useDesk();
  const [found, setFound] = useState(none);
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
    search().then((places) => !stop.signal.aborted && setFound({ words, places }), () => !stop.signal.aborted && setFound({ words, places: [] }));
    return () => stop.abort();
  }, [configuration.placeSearch, words]);
  const places = useMemo(() => fitting(words, found), [words, found]);
  const choices = places.map((place) => ({ key: `${place.name} ${place.latitude} ${place.longitude}`, label: place.name, note: catalog.municipalityName(place.municipality), value: place, isGuess: !hasAll(words, place) }));
  return { choices, isSeeking: found.words !== words };
}
