import { UNSAFE_useScrollRestoration as useScrollRestoration } from 'react-router'

/**
 * The router's own ScrollRestoration, but for its script, which asks the session's storage on a first visit too: it
 * waits for the browser there, for up to 0.4 s on a slow computer, and holds up the paint of the text.
 */
export function ScrollWhereLeft() {
  useScrollRestoration()
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant text, hashed for the CSP
  return <script suppressHydrationWarning dangerouslySetInnerHTML={{ __html: scrollScript }} />
}

/** A place in the history without a key is new, so the reader has not left it anywhere. */
const scrollScript = `(function(h,y){
if(!h.state||!h.state.key)return h.replaceState({key:Math.random().toString(32).slice(2)},'');
try{y=JSON.parse(sessionStorage.getItem('react-router-scroll-positions'))[h.state.key];
if(typeof y==='number')scrollTo(0,y)}catch(e){}
})(history)`
