/** The demo's products in Polish, by handle; the store itself has them in English. */
export const POLISH: Record<string, { title: string; description: string } | undefined> = {
  "merino-throw": {
    title: "Pled z wełny merynosów",
    description: "Tkany z niebarwionej wełny merynosów, 140 × 200 cm.",
  },
  "espresso-machine": {
    title: "Kawiarka",
    description: "Ze stali nierdzewnej, na sześć filiżanek i na każdą płytę.",
  },
  "oak-desk-lamp": {
    title: "Lampa biurkowa z dębu",
    description: "Ściemniana lampa z lnianym kloszem, na stopie z litego dębu.",
  },
  "linen-bedding": {
    title: "Pościel z pranego lnu",
    description: "Poszwa na kołdrę i dwie poszewki, miękkie od pierwszej nocy.",
  },
  "stoneware-dinner-set": {
    title: "Zastawa kamionkowa",
    description: "Dwanaście naczyń dla czterech osób, każde szkliwione ręcznie.",
  },
  "beeswax-candles": {
    title: "Świece z wosku pszczelego",
    description: "Cztery świece z czystego wosku, każda pali się osiem godzin.",
  },
  "cast-iron-pot": {
    title: "Garnek żeliwny",
    description: "Emaliowany, o pojemności 5,5 litra, do chleba i do gulaszu.",
  },
}
