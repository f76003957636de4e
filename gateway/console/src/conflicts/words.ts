import en from "../words/en/pages/conflict.json";
import nl from "../words/nl/pages/conflict.json";
import { addWords } from "../words/pageWords";

addWords("conflict", nl, en);
