/** The words of generated pages and glossaries: common English ones, and invented ones that look like words. */

export const commonWords: readonly string[] =
  'the of and to in a is that it was for on are as with they be at one have this from or had by but some what there we can out other were all your when up use how said an each she which do their time if will way about many then them would like so these her long make thing see him two has look more day could go come did my sound no most number who over know water than call first people may down side been now find any new work part take get place made live where after back little only round man year came show every good me give our under name very through just form much great think say help low line before turn cause same mean differ move right boy old too does tell sentence set three want air well also play small end put home read hand port large spell add even land here must big high such follow act why ask men change went light kind off need house picture try us again animal point mother world near build self earth father head stand own page should country found answer school grow study still learn plant cover food sun four thought let keep eye never last door between city tree cross since hard start might story saw far sea draw left late run while press close night real life few stop open seem together next white children begin got walk example ease paper often always music those both mark book letter until mile river car feet care second group carry took rain eat room friend began idea fish mountain north once base hear horse cut sure watch colour face wood main enough plain girl usual young ready above ever red list though feel talk bird soon body dog family direct pose leave song measure state product black short class wind question happen complete ship area half rock order fire south problem piece told knew pass farm top whole king size heard best hour better true during hundred remember step early hold west ground interest reach fast five sing listen six table travel less morning ten simple several vowel toward war lay against pattern slow centre love person money serve appear road map science rule govern pull cold notice voice fall power town fine certain fly unit lead cry dark machine note wait plan figure star box noun field rest correct able pound done beauty drive stood contain front teach week final gave green quick develop sleep warm free minute strong special mind behind clear tail produce fact street inch lot nothing course stay wheel full force blue object decide surface deep moon island foot yet busy test record boat common gold possible plane age dry wonder laugh thousand ago ran check game shape yes hot miss brought heat snow bed bring sit perhaps fill east weight language among'.split(
    ' ',
  );

const starts =
  'b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sc sh sl sm sn sp st str sw t th tr v w wh y'.split(
    ' ',
  );
const vowels = 'a e i o u ai ea ee ie oa oo ou'.split(' ');
const ends = 'b ck d ft g l ld ll lt m mp n nd ng nt p r rd rm rn rt s sh sk ss st t th tch w x'.split(' ');
const endings = ['', '', '', 'ed', 'er', 'ing', 'ly', 'ness', 'ment', 'able', 's', 'y'];

const combine = (random: () => number, ...lists: readonly (readonly string[])[]) =>
  lists.map((list) => list[Math.floor(random() * list.length)]).join('');

/** So many different outcomes. */
function different(count: number, make: () => string): string[] {
  const made = new Set<string>();
  while (made.size < count) made.add(make());
  return [...made];
}

export const inventedWords = (count: number, random: () => number): string[] =>
  different(count, () =>
    random() < 0.5
      ? combine(random, starts, vowels, ends, endings)
      : combine(random, starts, vowels, starts, vowels, ends, endings),
  );

const roots =
  'aden andr angi arthr bacter bronch carcin cardi cephal chol chondr col cyst cyt dermat encephal enter erythr fibr gastr gloss glyc hem hepat hist hydr hyster kerat lact laryng leuk lip lith lymph melan mening my myel nephr neur ocul onc oste ot path pharyng phleb pneum proct pyel rhin sarc scler splen spondyl stomat thromb thyr trache vas ventricul viscer xanth'.split(
    ' ',
  );
const joints = 'o i a oid ino ero'.split(' ');
const suffixes =
  'algia ectomy emia genesis itis lysis malacia megaly oma opathy osis ostomy otomy pathy penia plasia plasty ptosis rrhagia rrhea sclerosis stasis trophy uria mab nib cillin statin prazole vir'.split(
    ' ',
  );
const qualities = 'acute chronic familial primary secondary latent juvenile diffuse focal atypical benign severe'.split(
  ' ',
);

/** Invented headwords that look like medical ones, of one word to three. */
export const inventedTerms = (count: number, random: () => number): string[] =>
  different(count, () => {
    const noun = combine(random, roots, joints, roots, joints, suffixes);
    const kind = random();
    if (kind < 0.6) return noun;
    if (kind < 0.9) return `${combine(random, qualities)} ${noun}`;
    return `${combine(random, roots, joints, suffixes)} ${combine(random, roots, ['al', 'ic', 'ous'])} ${noun}`;
  });
