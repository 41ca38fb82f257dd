/**
 * Protocols and formats by the names that everybody uses, in lower case without spaces and signs, and the RFC that is meant. What
 * is also the acronym of a working group, such as `quic` and `tls`, is not here: it leads to the group.
 */
export const wellKnown: Readonly<Record<string, string>> = {
  arp: 'rfc:826', base64: 'rfc:4648', bgp: 'rfc:4271', bgp4: 'rfc:4271', coap: 'rfc:7252', csv: 'rfc:4180', dhcp: 'rfc:2131', dhcpv6: 'rfc:8415',
  diameter: 'rfc:6733', dnssec: 'rfc:9364', doh: 'rfc:8484', dot: 'rfc:7858', ftp: 'rfc:959', http: 'rfc:9110', 'http1.1': 'rfc:9112', http2: 'rfc:9113',
  http3: 'rfc:9114', icmp: 'rfc:792', icmpv6: 'rfc:4443', ikev2: 'rfc:7296', imap: 'rfc:9051', ipsec: 'rfc:4301', ipv4: 'rfc:791', ipv6: 'rfc:8200',
  json: 'rfc:8259', jwt: 'rfc:7519', kerberos: 'rfc:4120', ldap: 'rfc:4511', mime: 'rfc:2045', ntp: 'rfc:5905', oauth2: 'rfc:6749', 'oauth2.0': 'rfc:6749',
  ospf: 'rfc:2328', pkix: 'rfc:5280', pop3: 'rfc:1939', radius: 'rfc:2865', rtp: 'rfc:3550', sdp: 'rfc:8866', sip: 'rfc:3261', smtp: 'rfc:5321',
  snmp: 'rfc:3411', srtp: 'rfc:3711', ssh: 'rfc:4251', syslog: 'rfc:5424', tcp: 'rfc:9293', telnet: 'rfc:854', udp: 'rfc:768', uri: 'rfc:3986',
  uuid: 'rfc:9562', webrtc: 'rfc:8825', websocket: 'rfc:6455', websockets: 'rfc:6455', x509: 'rfc:5280', yang: 'rfc:7950',
};
