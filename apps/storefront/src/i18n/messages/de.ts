import type { Messages } from './en.ts';
import account from '../../../messages/de/account.json';
import address from '../../../messages/de/address.json';
import basket from '../../../messages/de/basket.json';
import catalog from '../../../messages/de/catalog.json';
import checkout from '../../../messages/de/checkout.json';
import contact from '../../../messages/de/contact.json';
import frame from '../../../messages/de/frame.json';
import home from '../../../messages/de/home.json';
import offline from '../../../messages/de/offline.json';
import orders from '../../../messages/de/orders.json';
import papers from '../../../messages/de/papers.json';
import paying from '../../../messages/de/paying.json';
import payment from '../../../messages/de/payment.json';
import price from '../../../messages/de/price.json';
import problems from '../../../messages/de/problems.json';
import pushes from '../../../messages/de/pushes.json';
import quantity from '../../../messages/de/quantity.json';
import questions from '../../../messages/de/questions.json';
import reviews from '../../../messages/de/reviews.json';
import titles from '../../../messages/de/titles.json';
import waiting from '../../../messages/de/waiting.json';
import wishlist from '../../../messages/de/wishlist.json';

const messages: Messages = {
  account,
  address,
  basket,
  catalog,
  checkout,
  contact,
  frame,
  home,
  offline,
  orders,
  papers,
  paying,
  payment,
  price,
  problems,
  pushes,
  quantity,
  questions,
  reviews,
  titles,
  waiting,
  wishlist,
};

export default messages;
