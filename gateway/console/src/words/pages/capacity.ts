import en from "../en/pages/capacity.json";
import nl from "../nl/pages/capacity.json";
import { addWords } from "../pageWords";

addWords("capacity", nl, en);
