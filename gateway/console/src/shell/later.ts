import { createElement, useEffect, useState, type ComponentType } from "react";

interface Loaded<Properties> {
  Part?: ComponentType<Properties>;
  error?: unknown;
}

/** A part of a page that is loaded when it is first shown. What could not be loaded is thrown, and loaded anew when it is shown again: `lazy` of React would keep the failure for good. */
export function later<Properties extends object>(load: () => Promise<{ default: ComponentType<Properties> }>, Coming: ComponentType): ComponentType<Properties> {
  return function Later(properties) {
    const [{ Part, error }, setLoaded] = useState<Loaded<Properties>>({});
    useEffect(() => void load().then((part) => setLoaded({ Part: part.default }), (failure: unknown) => setLoaded({ error: failure })), []);
    if (error !== undefined) throw error as Error;
    return Part ? createElement(Part, properties) : createElement(Coming);
  };
}
