import { UNSAFE_useScrollRestoration as useScrollRestoration } from 'react-router'

/**
 * The router's ScrollRestoration with another script. The original reads sessionStorage on a first visit too, which
 * takes up to 0.4 s on a slow computer and delays the first paint.
 *
 * After a full load the router's number of pixels is a start only. The web font may be there this time and not the
 * time before, which makes the text longer or shorter, and it may come a moment later. So the text that stood at the
 * top of the window is put there again, each time the page's height changes, until the page has loaded or somebody
 * scrolls. Until then the browser must not correct the same shift a second time (scroll anchoring), or restore the
 * pixels once more, for which the router leaves it the page (scroll restoration).
 */
export function ScrollWhereLeft() {
  useScrollRestoration()
  // The page has the text when React comes, which leaves it as it is.
  const html = { __html: import.meta.env.SSR ? scrollScript : '' }
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant text, hashed for the CSP
  return <script suppressHydrationWarning dangerouslySetInnerHTML={html} />
}

/**
 * By key of the history: how the text at the top began, which of those that begin so it was, its distance from the
 * top, and the page's scroll position, which the router stores only if React was there. A history entry without a key
 * is new, so it has no scroll position. A closed depth is not text, though it may have been laid out, and neither is a
 * figure, which stays in view on the stage. Another depth may be first on the page and not in the document.
 */
const scrollScript = `(function(h,d,n){
function read(name){try{return JSON.parse(sessionStorage.getItem(name))||{}}catch(e){return{}}}
function texts(){return Array.from(d.querySelectorAll('main :is(h1,h2,h3,p,dt,li,tr,pre):not([hidden] *,figure *,[data-prerendered] *)'))}
function start(t){return t.textContent.slice(0,40)}
function alike(s){return texts().filter(function(t){return start(t)===s})}
function top(t){return t.getBoundingClientRect().top}
addEventListener('pagehide',function(){
var t=scrollY?texts().filter(function(t){return t.getBoundingClientRect().bottom>80}).sort(function(a,b){return top(a)-top(b)})[0]:0,s=read(n),k=h.state&&h.state.key;
if(!k||!t&&!s[k])return;
s[k]=t?[start(t),alike(start(t)).indexOf(t),top(t),scrollY]:0;
try{sessionStorage.setItem(n,JSON.stringify(s))}catch(e){}});
if(!h.state||!h.state.key)return h.replaceState({key:Math.random().toString(32).slice(2)},'');
var p=read(n)[h.state.key],y=p?p[3]:read('react-router-scroll-positions')[h.state.key],t=p&&alike(p[0])[p[1]];
if(typeof y!=='number')return;
scrollTo(0,y);
if(!t||!t.getClientRects().length)return;
y=scrollY;
h.scrollRestoration='manual';
var root=d.documentElement,o=new ResizeObserver(place),inputs=['wheel','touchstart','pointerdown','keydown'];
function place(){if(!t.isConnected||scrollY!==y)return stop();scrollBy(0,top(t)-p[2]);y=scrollY}
function stop(){o.disconnect();root.style.overflowAnchor='';inputs.forEach(function(e){removeEventListener(e,stop,true)})}
root.style.overflowAnchor='none';
inputs.forEach(function(e){addEventListener(e,stop,{capture:true,passive:true})});
addEventListener('load',function(){setTimeout(stop,1000)});
o.observe(d.body);
place()
})(history,document,'docker-mastery.places')`
