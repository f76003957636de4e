import en from "../words/en/pages/capacity.json";
import nl from "../words/nl/pages/capacity.json";
import { addWords } from "../words/pageWords";

addWords("capacity", nl, en);
