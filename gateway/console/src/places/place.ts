/** A place that can be chosen as where something happens. */
export interface Place {
  name: string;
  /** Code of four digits; empty when the search does not tell. */
  municipality: string;
  latitude: number;
  longitude: number;
}
