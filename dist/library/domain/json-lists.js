const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [ARRAY, ARRAY_END, OBJECT, OBJECT_END] = [0x5b, 0x5d, 0x7b, 0x7d];
const SPACES = [0x20, 0x09, 0x0a, 0x0d];
/** Bytes of a list that are parsed at once. */
const PIECE = 32 * 1024;
/** Bytes of the longest name that is looked at, each letter of it escaped; a list's name must not be longer. */
const LONGEST_NAME = 6 * 20;
const OPEN = Uint8Array.of(ARRAY);
const CLOSE = Uint8Array.of(ARRAY_END);
const NOTHING = new Uint8Array();
/**
 * One JSON text in UTF-8, given in chunks of any size, of which some lists are never there as a whole: members of the
 * outermost object, whose items are handed over a few at a time. All else is parsed at the end, those lists empty. It
 * holds to what `JSON.parse` holds to, for that is what it gives each piece to: quotation marks, backslashes and brackets
 * alone say where an item ends, and where they are misleading the pieces are no JSON either.
 */
export class JsonLists {
    #atOnce;
    #takers;
    #decoder = new TextDecoder('utf-8', { fatal: true });
    #rest = [];
    #chunk = NOTHING;
    /** Up to where the chunk is kept. */
    #kept = 0;
    /** The first ones in the chunk that were not passed yet, or the chunk's length: looked for again they cost the square. */
    #backslash = -1;
    #quote = -1;
    #piece = [];
    #pieceLength = 0;
    #first = true;
    /** The list that we are in. */
    #taker;
    #depth = 0;
    #inString = false;
    #escaped = false;
    /** The last string directly in the outermost object, and whether it is followed by a colon and nothing else yet. */
    #name = [];
    #after = 'else';
    /** `atOnce`: bytes of a list that are parsed at once, at least. */
    constructor(takers, atOnce = PIECE) {
        this.#takers = new Map(Object.entries(takers));
        this.#atOnce = atOnce;
    }
    /** The chunk must not be changed any more. Throws when a piece of a list is no JSON. */
    write(chunk) {
        this.#chunk = chunk;
        this.#kept = 0;
        this.#backslash = -1;
        this.#quote = -1;
        for (let at = 0; at < chunk.length;)
            at = this.#inString ? this.#string(at) : this.#outside(at);
        this.#keep(chunk.length);
        this.#chunk = NOTHING;
    }
    /** All but the lists. Throws when it is no JSON. */
    end() {
        if (this.#taker !== undefined)
            throw new SyntaxError('a list does not end');
        return this.#parse(this.#rest);
    }
    /** One byte that is in no string; where the next one is. */
    #outside(at) {
        const byte = this.#chunk[at] ?? 0;
        if (byte === QUOTE)
            this.#beginString();
        else if (byte === ARRAY || byte === OBJECT)
            this.#open(byte, at);
        else if (byte === ARRAY_END || byte === OBJECT_END)
            this.#close(at);
        else if (byte === COMMA && this.#isLong(at)) {
            // The comma between two pieces belongs to none of them.
            this.#keep(at, at + 1);
            this.#handOver(false);
        }
        if (this.#depth === 1)
            this.#follow(byte);
        return at + 1;
    }
    #open(byte, at) {
        const taker = byte === ARRAY && this.#depth === 1 && this.#after === 'colon' ? this.#named() : undefined;
        this.#depth += 1;
        if (taker === undefined)
            return;
        this.#keep(at + 1);
        this.#taker = taker;
        this.#pieceLength = 0;
        this.#first = true;
        taker.begin();
    }
    #close(at) {
        this.#depth -= 1;
        if (this.#taker === undefined || this.#depth !== 1)
            return;
        this.#keep(at);
        this.#handOver(true);
        this.#taker = undefined;
    }
    #beginString() {
        this.#inString = true;
        if (this.#depth === 1)
            this.#name = [];
    }
    /** From `begin` up to the end of the string, or of the chunk; where it goes on. */
    #string(begin) {
        const chunk = this.#chunk;
        const end = this.#endOfString(begin);
        const isWhole = end < chunk.length;
        if (this.#depth === 1)
            this.#noteName(chunk.subarray(begin, end), isWhole);
        this.#inString = !isWhole;
        return isWhole ? end + 1 : end;
    }
    /** Where the quotation mark stands that ends it; the chunk's length where it goes on after that. */
    #endOfString(begin) {
        const { length } = this.#chunk;
        let at = begin + Number(this.#escaped);
        this.#escaped = false;
        // Whole strings by one native call each: a small manifest is read before any of this is compiled.
        while (at < length) {
            if (this.#backslash < at)
                this.#backslash = this.#find(BACKSLASH, at);
            if (this.#quote < at)
                this.#quote = this.#find(QUOTE, at);
            if (this.#quote < this.#backslash)
                return this.#quote;
            this.#escaped = this.#backslash === length - 1;
            at = this.#backslash + 2;
        }
        return length;
    }
    #find(byte, from) {
        const at = this.#chunk.indexOf(byte, from);
        return at === -1 ? this.#chunk.length : at;
    }
    #noteName(bytes, isWhole) {
        this.#name.push(...bytes.subarray(0, LONGEST_NAME + 1 - this.#name.length));
        if (isWhole)
            this.#after = 'name';
    }
    /** What a byte directly in the outermost object makes of the name before it. */
    #follow(byte) {
        if (byte === COLON && this.#after === 'name')
            this.#after = 'colon';
        else if (!SPACES.includes(byte))
            this.#after = 'else';
    }
    /** Whether what stands before this comma between two items is enough to be handed over. */
    #isLong(at) {
        const waiting = at - this.#kept;
        return this.#taker !== undefined && this.#depth === 2 && this.#pieceLength + waiting >= this.#atOnce;
    }
    #handOver(isLast) {
        const items = this.#parse([OPEN, ...this.#piece, CLOSE]);
        this.#piece = [];
        this.#pieceLength = 0;
        if (items.length > 0)
            this.#taker?.take(items);
        else if (!this.#first || !isLast)
            throw new SyntaxError('a list has a comma too many');
        this.#first = false;
    }
    /** Takes what the chunk has before `end` to where it belongs, and goes on at `next`. */
    #keep(end, next = end) {
        const bytes = this.#chunk.subarray(this.#kept, end);
        this.#kept = next;
        if (this.#taker === undefined)
            this.#rest.push(bytes);
        else
            this.#piece.push(bytes);
        this.#pieceLength += bytes.length;
    }
    #named() {
        if (this.#name.length > LONGEST_NAME)
            return undefined;
        const name = this.#parse([OPEN, Uint8Array.of(QUOTE, ...this.#name, QUOTE), CLOSE]);
        return this.#takers.get(name[0] ?? '');
    }
    #parse(parts) {
        let text = '';
        for (const part of parts)
            text += this.#decoder.decode(part, { stream: true });
        return JSON.parse(text + this.#decoder.decode());
    }
}
