import type { Picture } from './kit/picture';
import { about } from './scenes/about';
import { bangkok } from './scenes/bangkok';
import { layers, rfcPath, standardsTrack } from './scenes/diagrams';
import { dns } from './scenes/dns';
import { edhoc } from './scenes/edhoc';
import { greenPost } from './scenes/green';
import { hero } from './scenes/hero';
import { iot } from './scenes/iot';
import { madrid } from './scenes/madrid';
import { share, sponsorExchange, sponsorNetworks } from './scenes/marks';
import { meetings } from './scenes/meetings';
import { montreal } from './scenes/montreal';
import { netmgmt } from './scenes/netmgmt';
import { next128, next129 } from './scenes/next';
import { participate } from './scenes/participate';
import { process } from './scenes/process';
import { sanFrancisco } from './scenes/san-francisco';
import { security } from './scenes/security';
import { shenzhen } from './scenes/shenzhen';
import { support } from './scenes/support';
import { technologies } from './scenes/technologies';
import { transport } from './scenes/transport';
import { vienna } from './scenes/vienna';
import { wimse } from './scenes/wimse';
import { wit } from './scenes/wit';

export const pictures: readonly Picture[] = [
  hero, about, technologies, meetings, process, participate, support,
  netmgmt, iot, transport, security, dns,
  wimse, greenPost, wit, edhoc,
  bangkok, madrid, montreal, shenzhen, vienna, sanFrancisco, next128, next129,
  rfcPath, standardsTrack, layers,
  share, sponsorNetworks, sponsorExchange,
];
